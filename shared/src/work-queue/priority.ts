/** The highest priority: it goes before everything else. */
export const MAX_PRIORITY = 3

/** From so many households on, an item is raised by so many steps; `work-queue.yaml`. */
export interface RaiseRule {
  households: number
  by: number
}

/** By how many steps that many households raise an item: the highest step that they reach, whatever the order of the rules. */
export const raisedBy = (households: number, rules: readonly RaiseRule[]): number =>
  Math.max(0, ...rules.filter((rule) => households >= rule.households).map(({ by }) => by))

/** The priority by which an item stands in its queue: neighbours raise it, never above the highest one. */
export const raisedPriority = (item: { priority: number; raised_by: number }): number =>
  Math.min(MAX_PRIORITY, item.priority + item.raised_by)
