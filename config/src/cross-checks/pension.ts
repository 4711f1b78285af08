import type { Problem } from '../problem.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf } from './located.ts'

/** Who offers help with the proof of life says when it is due, and has a queue for its rounds of visits. */
export const checkPension = (sources: Sources): Problem[] => sources.communities.flatMap(checkOne)

const checkOne = (source: CommunitySource): Problem[] => {
  const offers = source.files['community.yaml'].services.includes('pension')
  const { pension } = source.files['pension.yaml']
  const hasQueue = source.files['queues.yaml'].queues.some(({ service }) => service === 'pension')
  const problem = (rule: string): Problem => ({ file: fileOf(source, 'community.yaml'), key: 'services', rule })
  return [
    ...(offers && pension === null ? [problem('names pension, and pension.yaml says nothing of it')] : []),
    ...(offers && !hasQueue ? [problem('names pension, and queues.yaml has no queue whose service is pension')] : []),
    ...(pension?.demo === true && !pension.ruleText.zh.includes('示范')
      ? [{ file: fileOf(source, 'pension.yaml'), key: 'pension.ruleText', rule: 'must say 示范, or demo: false' }]
      : []),
  ]
}
