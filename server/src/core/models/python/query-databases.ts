import type { SdkModel } from '../model.js';

const neo4j =
  '{neo4j:GraphDatabase.driver(),neo4j:AsyncGraphDatabase.driver(),neo4j:Driver(),neo4j:AsyncDriver()}';

/** Databases with a query language of their own: the query is the sink, its parameters are not. */
export default {
  id: 'query-databases',
  language: 'python',
  packages: [
    'neo4j',
    'py2neo',
    'neomodel',
    'gqlalchemy',
    'kuzu',
    'langchain_neo4j',
    'langchain_community',
    'SPARQLWrapper',
    'rdflib',
    'gremlin_python',
    'arango',
    'cassandra',
    'influxdb_client',
    'azure',
    'surrealdb',
  ],
  origin:
    'neo4j 5 driver manual, py2neo, neomodel (db.cypher_query), GQLAlchemy, Kuzu Python API, SPARQLWrapper, RDFLib 7 (Graph.query), gremlin_python (Client.submit), python-arango (AQL.execute), cassandra-driver, influxdb-client 1, azure-kusto-data 4, azure-cosmos 4',
  sources: [{ path: `${neo4j}.**.{run,execute_query}()`, label: 'retrieved', name: 'graph records' }],
  sinks: [
    {
      kind: 'sql',
      language: 'Cypher',
      match: { path: `${neo4j}.{execute_query,**.run}` },
      argument: '0|query|query_',
    },
    {
      kind: 'sql',
      language: 'Cypher',
      match: {
        method: '{run,execute_query,query,evaluate}',
        receiver: '{*session,tx,*transaction,*driver,graph,*_graph}',
        importing: ['neo4j', 'py2neo', 'langchain_neo4j'],
      },
      argument: '0|query|query_|cypher',
    },
    {
      kind: 'sql',
      language: 'Cypher',
      match: { path: 'py2neo:Graph().{run,query,evaluate}' },
      argument: '0|cypher',
    },
    { kind: 'sql', language: 'Cypher', match: { path: 'neomodel:db.cypher_query' }, argument: '0|query' },
    {
      kind: 'sql',
      language: 'Cypher',
      match: { path: 'gqlalchemy:{Memgraph,Neo4j}().{execute,execute_and_fetch}' },
      argument: '0|query',
    },
    { kind: 'sql', language: 'Cypher', match: { path: 'kuzu:Connection().execute' }, argument: '0|query' },
    {
      kind: 'sql',
      language: 'Cypher',
      match: {
        path: '{langchain_neo4j,langchain_community}:**.{Neo4jGraph,KuzuGraph,MemgraphGraph,FalkorDBGraph}().query',
      },
      argument: '0|query',
    },
    {
      kind: 'sql',
      language: 'SPARQL',
      match: { path: 'SPARQLWrapper:{SPARQLWrapper,SPARQLWrapper2}().setQuery' },
      argument: '0|query',
    },
    {
      kind: 'sql',
      language: 'SPARQL',
      match: { path: 'rdflib:{Graph,Dataset,ConjunctiveGraph}().{query,update}' },
      argument: '0|query_object|update_object',
    },
    {
      kind: 'sql',
      language: 'Gremlin',
      match: { path: 'gremlin_python:driver.client.Client().{submit,submit_async,submitAsync}' },
      argument: '0|message',
    },
    {
      kind: 'sql',
      language: 'AQL',
      match: { path: 'arango:ArangoClient().**.aql.execute' },
      argument: '0|query',
    },
    {
      kind: 'sql',
      language: 'CQL',
      match: { path: 'cassandra:cluster.Cluster().connect().{execute,execute_async}' },
      argument: '0|query',
    },
    {
      kind: 'sql',
      language: 'Flux',
      match: {
        path: 'influxdb_client:InfluxDBClient().query_api().{query,query_stream,query_data_frame,query_csv,query_raw}',
      },
      argument: '0|query',
    },
    {
      kind: 'sql',
      language: 'KQL',
      match: { path: 'azure:kusto.data.KustoClient().{execute,execute_query,execute_mgmt}' },
      argument: '1|query',
    },
    { kind: 'sql', match: { path: 'azure:cosmos.**.query_items' }, argument: '0|query' },
    {
      kind: 'sql',
      language: 'SurrealQL',
      match: { path: 'surrealdb:{Surreal,AsyncSurreal}().query' },
      argument: '0|query',
    },
  ],
} satisfies SdkModel;
