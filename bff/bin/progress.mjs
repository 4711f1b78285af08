const TICK_SECONDS = 5

const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`

// Whoever reads our lines may go away (npm start | head); that must not take the database down with it.
process.stdout.on('error', () => {})

/**
 * Tells a person what is going on, as plain lines that read the same on a terminal and in a file:
 * one when a step begins, one every five seconds while it lasts, one with its time when it ends.
 */
export function createProgress(write = (line) => process.stdout.write(`${line}\n`)) {
  async function step(name, work) {
    const start = performance.now()
    write(`· ${name} …`)
    const ticking = setInterval(() => write(`  ${name}: ${secondsSince(start)}`), TICK_SECONDS * 1000)
    try {
      const result = await work()
      write(`✓ ${name} (${secondsSince(start)})`)
      return result
    } catch (error) {
      write(`✗ ${name} (${secondsSince(start)})`)
      throw error
    } finally {
      clearInterval(ticking)
    }
  }
  return { step, say: write }
}
