import type { SdkModel } from '../model.js';

/** Databases with a query language of their own: the query is the sink, its parameters are not. */
export default {
  id: 'query-databases',
  language: 'javascript',
  packages: [
    'neo4j-driver',
    '@langchain/community/graphs/neo4j_graph',
    'arangojs',
    'cassandra-driver',
    'gremlin',
    '@influxdata/influxdb-client',
    '@azure/cosmos',
    'surrealdb',
    'kuzu',
  ],
  origin:
    'neo4j-driver 5 manual, arangojs 9 (Database.query), cassandra-driver 4, gremlin 3 (driver.Client.submit), @influxdata/influxdb-client 1, @azure/cosmos 4, surrealdb 1, kuzu Node.js API',
  sources: [
    {
      path: 'neo4j-driver:{default.driver,driver}().**.{run,executeQuery}()',
      label: 'retrieved',
      name: 'graph records',
    },
  ],
  sinks: [
    {
      kind: 'sql',
      language: 'Cypher',
      match: { path: 'neo4j-driver:{default.driver,driver,Driver}().**.{run,executeQuery}' },
      argument: '0',
    },
    {
      kind: 'sql',
      language: 'Cypher',
      match: {
        method: '{run,executeQuery}',
        receiver: '{*session,tx,txc,*driver}',
        importing: ['neo4j-driver'],
      },
      argument: '0',
    },
    {
      kind: 'sql',
      language: 'Cypher',
      match: { path: '@langchain/community/graphs/neo4j_graph:Neo4jGraph.{initialize(),**.query}' },
      argument: '0',
    },
    {
      kind: 'sql',
      language: 'Cypher',
      match: { path: 'kuzu:{default.Connection,Connection}().{query,querySync}' },
      argument: '0',
    },
    { kind: 'sql', language: 'AQL', match: { path: 'arangojs:Database().query' }, argument: '0' },
    {
      kind: 'sql',
      language: 'CQL',
      match: { path: 'cassandra-driver:{default.Client,Client}().execute' },
      argument: '0',
    },
    { kind: 'sql', language: 'Gremlin', match: { path: 'gremlin:**.Client().submit' }, argument: '0' },
    {
      kind: 'sql',
      language: 'Flux',
      match: {
        path: '@influxdata/influxdb-client:InfluxDB().getQueryApi().{queryRows,collectRows,queryRaw,iterateRows}',
      },
      argument: '0',
    },
    { kind: 'sql', match: { path: '@azure/cosmos:CosmosClient().**.query' }, argument: '0|0.query' },
    {
      kind: 'sql',
      language: 'SurrealQL',
      match: { path: 'surrealdb:{Surreal,default}().query' },
      argument: '0',
    },
  ],
} satisfies SdkModel;
