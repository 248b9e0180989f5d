import type { SdkModel } from '../model.js';

/** Search services, pages, mails: what they give back was written by somebody else. */
export default {
  id: 'search',
  language: 'python',
  packages: [
    'elasticsearch',
    'opensearchpy',
    'redis',
    'tavily',
    'serpapi',
    'duckduckgo_search',
    'ddgs',
    'exa_py',
    'firecrawl',
    'googlesearch',
    'wikipedia',
    'arxiv',
    'newspaper',
    'scrapy',
    'requests_html',
    'boto3',
    'googleapiclient',
    'exchangelib',
    'imap_tools',
  ],
  origin: 'API references of Tavily, SerpAPI, Exa, Firecrawl; documentation of each client',

  sources: [
    {
      path: 'tavily:{TavilyClient,AsyncTavilyClient}().{search,extract,qna_search,get_search_context,crawl}()',
      label: 'web',
      name: 'search results',
    },
    {
      path: '{elasticsearch:Elasticsearch,elasticsearch:AsyncElasticsearch,opensearchpy:OpenSearch}().search()',
      label: 'retrieved',
      name: 'search hits',
    },
    { path: 'serpapi:**.{GoogleSearch().get_dict,search}()', label: 'web', name: 'search results' },
    { path: '{duckduckgo_search,ddgs}:DDGS().{text,news,chat}()', label: 'web', name: 'search results' },
    {
      path: 'exa_py:Exa().{search,search_and_contents,get_contents}()',
      label: 'web',
      name: 'search results',
    },
    {
      path: 'firecrawl:**.{FirecrawlApp,Firecrawl}().{scrape_url,scrape,crawl,crawl_url,search}()',
      label: 'web',
      name: 'web page',
    },
    { path: 'googlesearch:search()', label: 'web', name: 'search results' },
    { path: 'wikipedia:{page,summary,search}()', label: 'web', name: 'Wikipedia page' },
    { path: 'newspaper:Article().{text,title,html}', label: 'web', name: 'article' },
    {
      path: 'googleapiclient:discovery.build().**.{get,list}().execute()',
      label: 'web',
      name: 'mail or document',
    },
    { path: 'imap_tools:MailBox().fetch()', label: 'web', name: 'mail' },
    {
      path: 'redis:Redis().{get,hget,hgetall,lrange,lpop,rpop,blpop}()',
      label: 'retrieved',
      name: 'cached value',
    },
  ],
} satisfies SdkModel;
