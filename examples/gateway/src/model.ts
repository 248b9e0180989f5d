import Anthropic from "@anthropic-ai/sdk";

const anthropic = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY });

async function message(system: string, content: string): Promise<string> {
	const reply = await anthropic.messages.create({
		model: "claude-sonnet-4-5",
		max_tokens: 1024,
		system,
		messages: [{ role: "user", content }],
	});
	const first = reply.content[0];
	return first.type === "text" ? first.text : "";
}

export const ask = (system: string, question: string) => message(system, question);

export const askForCommand = (symptom: string) =>
	message("Answer with one Linux command that helps to find the cause. No explanation.", symptom);
