import type { SdkModel } from '../model.js';

const client =
  '{boto3:client(),boto3:session.Session().client(),boto3:Session().client(),aioboto3:Session().client()}';

/** Services of AWS that run statements and commands; the operations are unique, so the name of the service need not be seen. */
export default {
  id: 'aws-services',
  language: 'python',
  packages: ['boto3', 'aioboto3'],
  origin: 'boto3 documentation (athena, redshift-data, rds-data, timestream-query, dynamodb, ssm, ecs)',
  sources: [
    {
      path: `${client}.{get_query_results,get_statement_result}()`,
      label: 'retrieved',
      name: 'query results',
    },
  ],
  sinks: [
    {
      kind: 'sql',
      match: { path: `${client}.start_query_execution` },
      argument: 'QueryString',
      name: 'athena.start_query_execution',
    },
    {
      kind: 'sql',
      match: { path: `${client}.start_query` },
      argument: 'queryString',
      name: 'logs.start_query',
      language: 'Logs Insights',
    },
    {
      kind: 'sql',
      match: { path: `${client}.execute_statement` },
      argument: 'Sql|sql|Statement',
      name: 'execute_statement',
    },
    {
      kind: 'sql',
      match: { path: `${client}.batch_execute_statement` },
      argument: 'Sqls[]|sql|Statements[].Statement',
      name: 'batch_execute_statement',
    },
    { kind: 'sql', match: { path: `${client}.query` }, argument: 'QueryString', name: 'timestream.query' },
    {
      kind: 'shell',
      match: { path: `${client}.send_command` },
      argument: 'Parameters.commands',
      name: 'ssm.send_command',
    },
    {
      kind: 'shell',
      match: { path: `${client}.execute_command` },
      argument: 'command',
      name: 'ecs.execute_command',
    },
  ],
} satisfies SdkModel;
