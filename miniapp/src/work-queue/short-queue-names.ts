const COMMUNITY = '社区'

/** 「绕赛社区第一网格」 is 「第一网格」 among queues of 绕赛社区, so that more of them fit side by side. */
export const shortQueueNames = (names: readonly string[]): string[] => {
  const [first = ''] = names
  const shared = first.slice(0, first.indexOf(COMMUNITY) + COMMUNITY.length)
  const isShared = shared.length > COMMUNITY.length && names.every((name) => name.startsWith(shared))
  return names.map((name) => (isShared && name !== shared ? name.slice(shared.length) : name))
}
