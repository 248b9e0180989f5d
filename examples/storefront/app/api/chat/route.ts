import { openai } from '@ai-sdk/openai'
import { streamText } from 'ai'
import { shopContext } from '../../../lib/context'

export const maxDuration = 30

export async function POST(req: Request) {
  const { messages, customerName, page } = await req.json()

  const result = streamText({
    model: openai('gpt-4o'),
    system: `You are the shopping assistant of Northwind.
You are talking to ${customerName}, who is looking at ${page}.
${shopContext}`,
    messages,
  })

  return result.toDataStreamResponse()
}
