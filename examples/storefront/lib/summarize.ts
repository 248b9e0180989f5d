import OpenAI from 'openai'

const client = new OpenAI()

export async function summarizeReviews(reviews: string[]): Promise<string> {
  const response = await client.responses.create({
    model: 'gpt-4o-mini',
    instructions: 'Summarize product reviews as short HTML with a list of pros and cons.',
    input: reviews.join('\n---\n'),
    max_output_tokens: 400,
  })
  return response.output_text
}
