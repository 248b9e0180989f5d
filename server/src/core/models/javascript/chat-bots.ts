import type { SdkModel } from '../model.js';

/** Bots: everybody in the channel can write to them. */
export default {
  id: 'chat-bots',
  language: 'javascript',
  packages: [
    'discord.js',
    '@slack/bolt',
    'telegraf',
    'telegraf/*',
    'grammy',
    'node-telegram-bot-api',
    'botbuilder',
    'whatsapp-web.js',
    '@whiskeysockets/baileys',
  ],
  origin: 'discord.js.org, slack.dev/bolt-js, telegraf.js.org, grammy.dev, npm node-telegram-bot-api',
  sources: [
    {
      path: 'discord.js:Message().{content,cleanContent,attachments}',
      label: 'request',
      name: 'message.content',
    },
    {
      path: 'discord.js:{CommandInteraction,ChatInputCommandInteraction,Interaction}().options.**',
      label: 'request',
    },
    {
      path: '{telegraf,grammy}:Context().{message,update,msg,callbackQuery}.**',
      label: 'request',
      name: 'message text',
    },
    { path: '{telegraf,grammy}:Context().{text,match,payload,args}', label: 'request', name: 'message text' },
    {
      path: '{telegraf,grammy}:Context().{from,chat,senderChat}.{first_name,last_name,username,title}',
      label: 'request',
      name: 'name of the sender',
    },
    { path: 'botbuilder:TurnContext().activity.text', label: 'request' },
  ],
  entries: [
    {
      match: { callback: 'discord.js:Client().{on,once}' },
      parameters: [{ type: 'discord.js:Message()' }, { none: true }],
    },
    {
      match: { callback: '@slack/bolt:**.App().{message,event,command,action,view}' },
      parameters: [{ label: 'request' }],
    },
    {
      match: { callback: '{telegraf:Telegraf(),grammy:Bot()}.{on,hears,command,use,start}' },
      parameters: [{ type: 'telegraf:Context()' }, { none: true }],
    },
    {
      match: { callback: 'node-telegram-bot-api:default().{on,onText}' },
      parameters: [{ label: 'request', rest: true }],
    },
  ],
  sinks: [
    { kind: 'response', match: { path: 'discord.js:**.{reply,send,editReply,followUp}' }, argument: '0' },
    { kind: 'response', match: { path: '{telegraf,grammy}:Context().reply' }, argument: '0' },
    { kind: 'response', match: { path: 'node-telegram-bot-api:default().sendMessage' }, argument: '1' },
  ],
} satisfies SdkModel;
