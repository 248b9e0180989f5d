import express, { Request, Response } from "express";
import { ask, askForCommand } from "./model.js";
import { runDiagnostics } from "./diagnostics.js";

const app = express();
app.use(express.json());

app.post("/v1/ask", async (req: Request, res: Response) => {
	const { persona, question } = req.body;
	const answer = await ask(`You are ${persona || "a helpful colleague"}.`, question);
	res.send(answer);
});

app.post("/v1/diagnose", async (req: Request, res: Response) => {
	const command = await askForCommand(req.body.symptom);
	const output = await runDiagnostics(command);
	res.json({ command, output });
});

app.listen(3000, () => console.log("gateway is up"));
