import { LIFECYCLE, WORK_ITEM_STATES } from '@little-bench/shared/work-queue/lifecycle'

/** The table of moves as a diagram and a table, in Markdown. */
export const describeLifecycle = (): string => {
  const moves = WORK_ITEM_STATES.flatMap((from) =>
    Object.entries(LIFECYCLE[from]).map(([move, { to, by, needs }]) => ({ from, move, to, by, needs })),
  )
  const arrows = WORK_ITEM_STATES.flatMap((from) =>
    WORK_ITEM_STATES.flatMap((to) => {
      const names = moves.filter((move) => move.from === from && move.to === to).map(({ move }) => move)
      return names.length === 0 ? [] : [`    ${from} --> ${to}: ${names.join(', ')}`]
    }),
  )
  const rows = moves.map(
    ({ from, move, to, by, needs }) => `| ${from} | ${move} | ${to} | ${by.join(', ')} | ${needs.join(', ')} |`,
  )
  return [
    '# The life of a work item',
    '',
    'Generated from `shared/src/work-queue/lifecycle.ts` by `pnpm generate`. What is not here is refused.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '    [*] --> queued: enqueue',
    ...arrows,
    '    closed --> [*]',
    '```',
    '',
    '| from | move | to | by | needs |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
