import type { SdkModel } from '../model.js';

/** Stores that prompts are fed from: what they give back was written by somebody else, and what goes in comes back. */
export default {
  id: 'vector-stores',
  language: 'python',
  packages: ['chromadb', 'pinecone', 'qdrant_client', 'weaviate', 'pymilvus', 'lancedb', 'mem0'],
  origin:
    'docs.trychroma.com, docs.pinecone.io, qdrant.tech, weaviate.io, milvus.io, lancedb.github.io, docs.mem0.ai',
  llm: true,
  sources: [
    {
      path: 'chromadb:**.{get_collection,create_collection,get_or_create_collection}().{query,get,peek}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    { path: 'pinecone:**.Index().{query,search,fetch}()', label: 'retrieved', name: 'retrieved documents' },
    {
      path: 'qdrant_client:{QdrantClient,AsyncQdrantClient}().{search,query_points,query,scroll,retrieve,recommend}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    { path: 'weaviate:**.{query,generate}.**()', label: 'retrieved', name: 'retrieved documents' },
    {
      path: 'pymilvus:{MilvusClient,Collection}().{search,query,hybrid_search}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    { path: 'lancedb:connect().open_table().search()', label: 'retrieved', name: 'retrieved documents' },
    { path: 'mem0:{Memory,MemoryClient}().{search,get_all}()', label: 'retrieved', name: 'memories' },
  ],
  sinks: [
    {
      kind: 'memory',
      match: {
        path: 'chromadb:**.{get_collection,create_collection,get_or_create_collection}().{add,upsert,update}',
      },
      argument: 'documents|metadatas',
      name: 'collection.add',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: 'pinecone:**.Index().{upsert,upsert_records,update}' },
      argument: '0|vectors|records',
      name: 'index.upsert',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: 'qdrant_client:{QdrantClient,AsyncQdrantClient}().{upsert,add,upload_points}' },
      argument: 'points|documents',
      name: 'upsert',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: 'mem0:{Memory,MemoryClient}().add' },
      argument: 'messages|0',
      name: 'memory.add',
      capability: 'memory',
    },
  ],
} satisfies SdkModel;
