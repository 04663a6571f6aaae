// `node config/compose/healthy.mjs ADDRESS`: the health check of a container. Exits with 0 when the process at the
// address says that it can work; else it prints what that says, which `docker inspect` shows, and exits with 1.
const LONGEST_MS = 4_000;

try {
  const answer = await fetch(process.argv[2], { signal: AbortSignal.timeout(LONGEST_MS) });
  console.log(`${answer.status} ${await answer.text()}`);
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  console.log(`no answer: ${error.cause?.code ?? error.message}`);
  process.exitCode = 1;
}
