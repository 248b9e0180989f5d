import type { SdkModel } from '../model.js';

const jdbc = '{JdbcTemplate,JdbcOperations,NamedParameterJdbcTemplate,NamedParameterJdbcOperations}';
const reads = 'query,queryForObject,queryForList,queryForMap,queryForRowSet,queryForStream';

/** JDBC, Spring's templates, JPA and Hibernate, R2DBC: the statement is the sink, bound parameters are not. */
export default {
  id: 'databases',
  language: 'java',
  packages: [
    ...['java.sql', 'javax.sql', 'org.springframework.jdbc', 'org.springframework.r2dbc', 'io.r2dbc.spi'],
    ...[
      'jakarta.persistence',
      'javax.persistence',
      'org.hibernate',
      'org.jooq',
      'org.jdbi',
      'io.vertx.sqlclient',
    ],
    ...[
      'org.neo4j.driver',
      'com.datastax.oss.driver',
      'org.springframework.data.jpa',
      'org.apache.commons.dbutils',
    ],
  ],
  origin:
    'JDBC 4.3 (java.sql), docs.spring.io/spring-framework data access, jakarta.ee/specifications/persistence/3.1, hibernate.org, jooq.org, jdbi.org, r2dbc.io',
  aliases: [
    {
      path: '{java.sql:DriverManager.getConnection(),javax.sql:DataSource().getConnection()}',
      as: 'java.sql:Connection()',
    },
    { path: 'java.sql:Connection().createStatement()', as: 'java.sql:Statement()' },
    { path: 'java.sql:Connection().{prepareStatement,prepareCall}()', as: 'java.sql:PreparedStatement()' },
    {
      path: 'java.sql:{Statement,PreparedStatement}().{executeQuery,getResultSet}()',
      as: 'java.sql:ResultSet()',
    },
    { path: 'java.sql:CallableStatement()', as: 'java.sql:PreparedStatement()' },
    {
      path: '{jakarta,javax}.persistence:EntityManagerFactory().createEntityManager()',
      as: 'jakarta.persistence:EntityManager()',
    },
    { path: 'javax.persistence:EntityManager()', as: 'jakarta.persistence:EntityManager()' },
    {
      path: 'org.hibernate:SessionFactory().{openSession,getCurrentSession}()',
      as: 'org.hibernate:Session()',
    },
  ],
  sources: [
    {
      path: 'java.sql:ResultSet().{getString,getObject,getNString,getClob}()',
      label: 'retrieved',
      name: 'database rows',
    },
    { path: `org.springframework.jdbc:${jdbc}().{${reads}}()`, label: 'retrieved', name: 'database rows' },
    {
      path: 'org.springframework.jdbc:JdbcClient().sql().**.{query,list,single,optional}()',
      label: 'retrieved',
      name: 'database rows',
    },
    {
      path: 'jakarta.persistence:EntityManager().{createNativeQuery,createQuery,createNamedQuery}().**.{getResultList,getSingleResult,getResultStream}()',
      label: 'retrieved',
      name: 'database rows',
    },
  ],
  sinks: [
    {
      kind: 'sql',
      match: {
        path: 'java.sql:Statement().{execute,executeQuery,executeUpdate,executeLargeUpdate,addBatch}',
      },
      argument: '0',
      name: 'Statement.execute',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: 'java.sql:Connection().{prepareStatement,prepareCall,nativeSQL}' },
      argument: '0',
      name: 'Connection.prepareStatement',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: `org.springframework.jdbc:${jdbc}().{${reads},update,execute,batchUpdate}` },
      argument: '0',
      name: 'JdbcTemplate',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: {
        path: '{org.springframework.jdbc:JdbcClient().sql,org.springframework.jdbc:JdbcClient.create().sql}',
      },
      argument: '0',
      name: 'JdbcClient.sql',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: 'org.springframework.r2dbc:DatabaseClient().sql' },
      argument: '0',
      name: 'DatabaseClient.sql',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: 'io.r2dbc.spi:Connection().createStatement' },
      argument: '0',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: 'jakarta.persistence:EntityManager().{createNativeQuery,createQuery}' },
      argument: '0',
      name: 'EntityManager.createNativeQuery',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: {
        path: 'org.hibernate:Session().{createQuery,createNativeQuery,createSQLQuery,createMutationQuery,createSelectionQuery,createNativeMutationQuery}',
      },
      argument: '0',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: 'org.jooq:DSLContext().{fetch,fetchOne,fetchMany,execute,query,resultQuery}' },
      argument: '0',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: 'org.jdbi:Handle().{execute,createQuery,createUpdate,select}' },
      argument: '0',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: 'org.neo4j.driver:{Session,Transaction,TransactionContext}().run' },
      argument: '0',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: 'com.datastax.oss.driver:CqlSession().{execute,prepare}' },
      argument: '0',
      capability: 'sql',
    },
    // The receiver comes from somewhere that nothing resolves.
    {
      kind: 'sql',
      match: {
        method: '{executeQuery,executeUpdate}',
        receiver: '{*stmt*,*statement*}',
        importing: ['java.sql*'],
      },
      argument: '0',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: {
        method: '{query,queryForObject,queryForList,queryForMap,update,execute}',
        receiver: '{*jdbc*}',
        importing: ['org.springframework.jdbc*'],
      },
      argument: '0',
      capability: 'sql',
    },
  ],
  transfers: [
    {
      path: 'java.sql:ResultSet().{getInt,getLong,getDouble,getBoolean,next,getDate,getTimestamp}',
      passes: 'none',
    },
    { path: 'java.sql:PreparedStatement().{execute*,set*}', passes: 'none' },
  ],
} satisfies SdkModel;
