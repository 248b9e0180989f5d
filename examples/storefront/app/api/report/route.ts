import { NextRequest, NextResponse } from 'next/server'
import OpenAI from 'openai'

const openai = new OpenAI()

/** "Show me revenue by month": the model writes the reducer, we run it over the orders. */
export async function POST(request: NextRequest) {
  const { wish, orders } = await request.json()
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [
      { role: 'system', content: 'Write the body of a JavaScript function of one argument `orders`. Code only.' },
      { role: 'user', content: wish },
    ],
    max_tokens: 800,
  })
  const body = completion.choices[0].message.content ?? ''
  const reduce = new Function('orders', body)
  return NextResponse.json(reduce(orders))
}
