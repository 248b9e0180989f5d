import type { SdkModel } from '../model.js';

/** Engines that fill templates of any kind; prompts are among them. */
export default {
  id: 'template-engines',
  language: 'javascript',
  packages: ['handlebars', 'mustache', 'nunjucks', 'liquidjs', 'ejs'],
  origin: 'npm handlebars 4.7.9, mustache 4.2.0, nunjucks 3.2.4, liquidjs 10 (index.d.ts)',
  templates: [
    { path: 'handlebars:**.compile', template: { argument: '0', shape: 'text' }, general: true },
    {
      path: '{mustache:**.render,ejs:**.render,nunjucks:**.renderString,liquidjs:Liquid().{parseAndRender,parseAndRenderSync}}',
      template: { argument: '0', shape: 'text' },
      general: true,
      values: '1',
    },
    {
      path: '{nunjucks:**.render,liquidjs:Liquid().{renderFile,renderFileSync}}',
      template: { argument: '0', shape: 'text' },
      file: 'path',
      general: true,
      values: '1',
    },
  ],
} satisfies SdkModel;
