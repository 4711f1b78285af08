const OLDEST = [20, 19]

/** Says what is missing when this Node is too old; undefined when it is fine. */
export function complaintAboutNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined
  return `Little Bench needs Node ${OLDEST.join('.')} or newer, and this is Node ${version}. Get one from https://nodejs.org and try again.`
}
