/** Where compose files lie. */
export const composeFiles: readonly string[] = [
  ...['docker-compose.yml', 'docker-compose.yaml', 'docker-compose.*.yml', 'docker-compose.*.yaml'],
  ...['compose.yml', 'compose.yaml', 'compose.*.yml', 'compose.*.yaml'],
];
