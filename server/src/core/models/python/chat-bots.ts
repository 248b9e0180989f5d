import type { SdkModel } from '../model.js';

const message = 'discord:Message()';

/** Bots: everybody in the channel can write to them. */
export default {
  id: 'chat-bots',
  language: 'python',
  packages: [
    'discord',
    'nextcord',
    'disnake',
    'slack_bolt',
    'slack_sdk',
    'telegram',
    'aiogram',
    'telebot',
    'twilio',
    'botbuilder',
    'praw',
    'tweepy',
  ],
  origin:
    'discordpy.readthedocs.io, slack.dev/bolt-python, docs.python-telegram-bot.org, docs.aiogram.dev, twilio Python helper',
  sources: [
    {
      path: `{${message},nextcord:Message(),disnake:Message()}.{content,clean_content,attachments}`,
      label: 'request',
      name: 'message.content',
    },
    { path: 'telegram:Update().**.{text,caption}', label: 'request', name: 'message text' },
    {
      path: 'telegram:Update().**.{first_name,last_name,full_name,username}',
      label: 'request',
      name: 'name of the sender',
    },
    { path: 'telegram:ext.CallbackContext().args', label: 'request', name: 'arguments of the command' },
    { path: 'aiogram:types.Message().{text,caption}', label: 'request', name: 'message.text' },
    { path: 'praw:**.{comments,submission,selftext,body}', label: 'web' },
  ],
  entries: [
    {
      match: { decorator: 'discord:{Client,Bot,ext.commands.Bot,AutoShardedBot}().event' },
      parameters: [{ type: message, rest: true }],
    },
    {
      match: { base: 'discord:{Client,ext.commands.Bot}', methods: ['on_message'] },
      parameters: [{ type: message }],
    },
    {
      match: { decorator: 'discord:**.{command,hybrid_command,slash_command}' },
      parameters: [{ none: true }, { label: 'request', rest: true }],
      except: ['int', 'float', 'bool', 'Interaction', 'Member', 'User', 'TextChannel'],
    },
    {
      match: { decorator: 'slack_bolt:**.{App,AsyncApp}().{message,event,command,action,shortcut,view}' },
      parameters: [{ label: 'request', rest: true }],
      except: ['Say', 'Ack', 'WebClient', 'AsyncWebClient', 'Respond', 'Logger', 'BoltContext'],
    },
    {
      match: {
        callback: 'telegram:ext.{MessageHandler,CommandHandler,CallbackQueryHandler,ConversationHandler}',
      },
      parameters: [{ type: 'telegram:Update()' }, { type: 'telegram:ext.CallbackContext()' }],
    },
    {
      match: { decorator: 'aiogram:{Dispatcher,Router}().{message,callback_query,channel_post}' },
      parameters: [{ type: 'aiogram:types.Message()' }, { none: true, rest: true }],
    },
    {
      match: { decorator: 'telebot:**.{TeleBot,AsyncTeleBot}().message_handler' },
      parameters: [{ label: 'request' }],
    },
  ],
  sinks: [
    { kind: 'response', match: { path: 'discord:**.{send,reply}' }, argument: '0|content' },
    {
      kind: 'response',
      match: { path: 'telegram:**.{reply_text,send_message,reply_markdown,reply_html}' },
      argument: '0|text|1',
    },
    { kind: 'response', match: { path: 'aiogram:**.{answer,reply,send_message}' }, argument: '0|text|1' },
    {
      kind: 'response',
      match: { path: 'slack_sdk:**.WebClient().{chat_postMessage,chat_update}' },
      argument: 'text',
    },
    {
      kind: 'action',
      match: { path: 'twilio:rest.Client().messages.create' },
      argument: 'body',
      name: 'messages.create',
      capability: 'mail',
    },
  ],
} satisfies SdkModel;
