import { exec } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(exec);

export async function runDiagnostics(command: string): Promise<string> {
	const { stdout, stderr } = await run(command, { timeout: 10_000 });
	return stdout + stderr;
}
