import type { SdkModel } from '../model.js';

/** Engines that fill templates of any kind; prompts are among them. */
export default {
  id: 'template-engines',
  language: 'python',
  packages: ['jinja2', 'string', 'mako', 'chevron', 'pystache'],
  origin:
    'Jinja 3.1 (src/jinja2/environment.py), docs.python.org/3.12/library/string.html, Mako 1.3 docs, chevron 0.14 README',
  templates: [
    {
      path: 'jinja2:{Environment,sandbox.SandboxedEnvironment,sandbox.ImmutableSandboxedEnvironment}().{get_template,select_template}',
      template: { argument: '0|name', shape: 'text' },
      file: 'path',
      general: true,
    },
    {
      path: '{jinja2:Template,jinja2:Environment().from_string,string:Template,mako:template.Template}',
      template: { argument: '0|source|text|template', shape: 'text' },
      general: true,
    },
    {
      path: '{chevron:render,pystache:render}',
      template: { argument: '0|template', shape: 'text' },
      general: true,
      values: '1|data|context',
    },
  ],
} satisfies SdkModel;
