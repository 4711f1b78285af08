import { sampleFiles } from './sample-files.ts'

/** The sample with a canteen and its queue; with one passage of one file replaced when a test plants a mistake. */
export const withKitchen = (path?: string, passage = '', replacement = ''): Record<string, string> => {
  const files = sampleFiles()
  const change = (file: string, from: string | RegExp, to: string): void => {
    const changed = files[file]?.replace(from, to)
    if (changed === undefined || changed === files[file]) throw new Error(`${file} has no passage ${String(from)}`)
    files[file] = changed
  }
  change('lane/community.yaml', 'services: [issues]', 'services: [issues, canteen]')
  change(
    'lane/queues.yaml',
    /$/,
    '  - { id: lane-kitchen, name: 示范食堂, level: community, service: canteen, demo: true }\n',
  )
  change(
    'lane/routing.yaml',
    'before: []',
    'before: [{ id: kitchen, when: { serviceCodes: [meal_sitting] }, to: { queueId: lane-kitchen }, because: 食堂办 }]',
  )
  if (path !== undefined) change(path, passage, replacement)
  return files
}
