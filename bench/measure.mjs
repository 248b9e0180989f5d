import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Python's `resource` tells what a finished child used; Node cannot. */
const WRAPPER = `
import json, resource, subprocess, sys, time
start = time.time()
late = False
try:
    code = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=float(sys.argv[1])).returncode
except subprocess.TimeoutExpired:
    late, code = True, -1
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "wall": time.time() - start, "peak": used.ru_maxrss / 1024, "code": code, "timedOut": late}))
`;

/**
 * Runs a program to its end, its output thrown away.
 * @returns {{ cpu: number, wall: number, peak: number, code: number, timedOut: boolean }} seconds, seconds, MiB
 */
export function measure(command, args, { cwd, limit = 900 } = {}) {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', WRAPPER, String(limit), command, ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return JSON.parse(stdout);
}

/** The machine's own Node, not the newer one that npm scripts see first. */
export function systemNode() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, 'node');
    if (!folder.includes('node_modules') && existsSync(candidate)) return candidate;
  }
  return process.execPath;
}
