import type { SdkModel } from '../model.js';

/** Toolkits that put a page or a chat in front of a model: what is typed there comes from anybody who opens it. */
export default {
  id: 'user-interfaces',
  language: 'python',
  packages: ['streamlit', 'gradio', 'chainlit', 'nicegui', 'dash', 'panel', 'reflex'],
  origin: 'docs.streamlit.io, gradio.app/docs, docs.chainlit.io, nicegui.io, dash.plotly.com',
  sources: [
    {
      path: 'streamlit:**.{text_input,text_area,chat_input,file_uploader,camera_input,audio_input}()',
      label: 'request',
      name: 'text typed on the page',
    },
    { path: 'streamlit:query_params', label: 'request' },
    { path: 'chainlit:{AskUserMessage,AskFileMessage}().send()', label: 'request' },
    { path: 'chainlit:Message().content', label: 'request', name: 'chat message' },
    { path: 'nicegui:ui.{input,textarea,chat_message,editor}().value', label: 'request' },
  ],
  entries: [
    {
      match: {
        callback:
          'gradio:{Interface,ChatInterface,Button().click,Textbox().submit,Textbox().change,ClearButton().click,MultimodalTextbox().submit,Chatbot().like,on}',
      },
      parameters: [{ label: 'request', rest: true }],
      except: ['int', 'float', 'bool', 'Request', 'Progress'],
      route: true,
    },
    { match: { decorator: 'chainlit:on_message' }, parameters: [{ type: 'chainlit:Message()' }] },
    {
      match: { decorator: 'dash:{Dash().callback,callback}' },
      parameters: [{ label: 'request', rest: true }],
      except: ['int', 'float', 'bool'],
      route: true,
    },
  ],
  sinks: [
    {
      kind: 'html',
      match: { path: 'streamlit:**.{markdown,write}' },
      argument: '0|body',
      when: { argument: 'unsafe_allow_html', is: [true] },
    },
    {
      kind: 'html',
      match: { path: 'streamlit:{html,components.v1.html}' },
      argument: '0|body|html',
      name: 'st.html',
    },
    {
      kind: 'response',
      match: { path: 'streamlit:**.{write,markdown,text,code,write_stream,success,info,caption}' },
      argument: '0|body',
    },
    { kind: 'html', match: { path: 'gradio:HTML' }, argument: '0|value', name: 'gr.HTML' },
    { kind: 'html', match: { path: 'nicegui:ui.html' }, argument: '0|content', name: 'ui.html' },
    { kind: 'response', match: { path: 'chainlit:Message' }, argument: 'content|0' },
    { kind: 'response', match: { path: 'chainlit:Message().stream_token' }, argument: '0' },
  ],
  options: [
    {
      variant: 'PY-GRADIO-SHARE',
      ruleId: 'ai-service-exposed',
      path: 'gradio:**.launch',
      option: { argument: 'share', values: [true] },
      unless: [{ argument: 'auth' }],
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: 'A public link to this app is opened without a login',
    },
    {
      variant: 'PY-GRADIO-BIND',
      ruleId: 'ai-service-exposed',
      path: 'gradio:**.launch',
      option: { argument: 'server_name', values: ['0.0.0.0', '::'] },
      unless: [{ argument: 'auth' }],
      severity: 'info',
      remedy: { kind: 'replace', value: '"127.0.0.1"' },
      what: 'The app listens on every network without a login',
    },
  ],
} satisfies SdkModel;
