import type { SdkModel } from '../model.js';

/** Services of AWS that run statements and commands. */
export default {
  id: 'aws-services',
  language: 'javascript',
  packages: [
    '@aws-sdk/client-athena',
    '@aws-sdk/client-redshift-data',
    '@aws-sdk/client-rds-data',
    '@aws-sdk/client-timestream-query',
    '@aws-sdk/client-dynamodb',
    '@aws-sdk/client-ssm',
    '@aws-sdk/client-ecs',
  ],
  origin: 'AWS SDK for JavaScript v3 reference (Command inputs of each client)',
  sinks: [
    {
      kind: 'sql',
      match: { path: '@aws-sdk/client-athena:StartQueryExecutionCommand' },
      argument: '0.QueryString',
    },
    {
      kind: 'sql',
      match: { path: '@aws-sdk/client-athena:Athena().startQueryExecution' },
      argument: '0.QueryString',
    },
    {
      kind: 'sql',
      match: {
        path: '{@aws-sdk/client-redshift-data,@aws-sdk/client-rds-data,@aws-sdk/client-dynamodb}:{ExecuteStatementCommand,**.executeStatement}',
      },
      argument: '0.Sql|0.sql|0.Statement',
    },
    {
      kind: 'sql',
      match: { path: '@aws-sdk/client-timestream-query:{QueryCommand,TimestreamQuery().query}' },
      argument: '0.QueryString',
    },
    {
      kind: 'shell',
      match: { path: '@aws-sdk/client-ssm:{SendCommandCommand,SSM().sendCommand}' },
      argument: '0.Parameters.commands',
    },
    {
      kind: 'shell',
      match: { path: '@aws-sdk/client-ecs:{ExecuteCommandCommand,ECS().executeCommand}' },
      argument: '0.command',
    },
  ],
} satisfies SdkModel;
