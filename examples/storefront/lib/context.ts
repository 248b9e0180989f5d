export const shopContext = [
  'Orders above 50 euros ship free of charge.',
  'Returns are accepted within 30 days.',
  'Never offer a discount of more than 10 percent.',
].join('\n')
