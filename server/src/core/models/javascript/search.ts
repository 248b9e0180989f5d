import type { SdkModel } from '../model.js';

/** Search services, pages, mails: what they give back was written by somebody else. */
export default {
  id: 'search',
  language: 'javascript',
  packages: [
    '@elastic/elasticsearch',
    '@tavily/core',
    'exa-js',
    '@mendable/firecrawl-js',
    'serpapi',
    'googleapis',
    'imapflow',
    'mailparser',
    'rss-parser',
    '@mozilla/readability',
    'ioredis',
    'redis',
    '@upstash/redis',
  ],
  origin: 'API references of Tavily, SerpAPI, Exa, Firecrawl; documentation of each client',

  sources: [
    {
      path: 'exa-js:default().{search,searchAndContents,getContents}()',
      label: 'web',
      name: 'search results',
    },
    { path: '@tavily/core:tavily().{search,extract,crawl}()', label: 'web', name: 'search results' },
    { path: '@elastic/elasticsearch:Client().search()', label: 'retrieved', name: 'search hits' },
    {
      path: '@mendable/firecrawl-js:default().{scrapeUrl,scrape,crawlUrl,crawl,search}()',
      label: 'web',
      name: 'web page',
    },
    { path: 'serpapi:getJson()', label: 'web', name: 'search results' },
    { path: 'googleapis:google.**.{get,list}().data', label: 'web', name: 'mail or document' },
    { path: 'mailparser:simpleParser()', label: 'web', name: 'mail' },
    { path: 'rss-parser:default().{parseURL,parseString}()', label: 'web', name: 'feed' },
    { path: '@mozilla/readability:Readability().parse()', label: 'web', name: 'web page' },
  ],
} satisfies SdkModel;
