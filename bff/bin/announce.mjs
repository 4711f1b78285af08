import { join } from 'node:path'

const NAMES_SHOWN = 2

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
    ...(people.length > 0 ? ['  Sign in   choose a person (demonstration only):', ...describePeople(people)] : []),
    `  Data      ${directory}`,
    `  Log       ${join(directory, 'bff.log')}`,
    '  Stop      Ctrl-C',
    '',
  ]
  progress.say(lines.join('\n'))
}

/** One line for each role: there may be dozens of people, and the sign-in page lists them all. */
function describePeople(people) {
  const roles = [...new Set(people.map(titleOf))]
  return roles.map((role) => {
    const names = people.filter((person) => titleOf(person) === role).map(({ name }) => name)
    const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : ''
    return `            ${role}: ${names.slice(0, NAMES_SHOWN).join('、')}${more}`
  })
}

/** A person with several grid cells has the same role several times. */
const titleOf = ({ role }) => [...new Set(role.split(', '))].join(', ')
