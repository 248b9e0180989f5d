import type { SdkModel } from '../model.js';

/** Stores that prompts are fed from: what they give back was written by somebody else, and what goes in comes back. */
export default {
  id: 'vector-stores',
  language: 'javascript',
  packages: [
    '@pinecone-database/pinecone',
    'chromadb',
    '@qdrant/js-client-rest',
    'weaviate-client',
    '@zilliz/milvus2-sdk-node',
    '@upstash/vector',
    'mem0ai',
  ],
  origin:
    'docs.trychroma.com, docs.pinecone.io, qdrant.tech, weaviate.io, milvus.io, lancedb.github.io, docs.mem0.ai',
  llm: true,
  sources: [
    {
      path: '@pinecone-database/pinecone:Pinecone().**.{query,searchRecords,fetch}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    {
      path: 'chromadb:ChromaClient().**.{query,get,peek}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    {
      path: '@qdrant/js-client-rest:QdrantClient().{search,query,scroll,retrieve}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    { path: 'weaviate-client:**.query.**()', label: 'retrieved', name: 'retrieved documents' },
    { path: '@upstash/vector:Index().query()', label: 'retrieved', name: 'retrieved documents' },
    { path: 'mem0ai:**.{search,getAll}()', label: 'retrieved', name: 'memories' },
  ],
  sinks: [
    {
      kind: 'memory',
      match: { path: '@pinecone-database/pinecone:Pinecone().**.{upsert,upsertRecords,update}' },
      argument: '0',
      name: 'index.upsert',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: 'chromadb:ChromaClient().**.{add,upsert,update}' },
      argument: '0',
      name: 'collection.add',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: '@qdrant/js-client-rest:QdrantClient().upsert' },
      argument: '1',
      name: 'upsert',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: '@upstash/vector:Index().upsert' },
      argument: '0',
      name: 'index.upsert',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: 'mem0ai:**.add' },
      argument: '0',
      name: 'memory.add',
      capability: 'memory',
    },
  ],
} satisfies SdkModel;
