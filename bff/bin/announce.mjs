import { join } from 'node:path'

/** Prints what to open, who can sign in, and where things are, from the server's `ready` message. */
export function announce({ url, people = [], communities = [] }, { progress, directory, port }) {
  const seconds = Math.round(performance.now() / 1000)
  const names = communities.map((community) => community.name ?? community)
  const lines = [
    '',
    `小板凳 Little Bench is ready after ${seconds} s.`,
    '',
    `  Open      ${url ?? `http://localhost:${port}`}`,
    ...(names.length > 0 ? [`  Serves    ${names.join('、')}`] : []),
    ...(people.length > 0 ? ['  Sign in   choose a person (demonstration only):', ...people.map(describePerson)] : []),
    `  Data      ${directory}`,
    `  Log       ${join(directory, 'bff.log')}`,
    '  Stop      Ctrl-C',
    '',
  ]
  progress.say(lines.join('\n'))
}

const describePerson = ({ name, role }) => `            ${name} (${role})`
