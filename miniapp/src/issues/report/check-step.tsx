import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useText } from '../../platform/i18n/text'
import { localFilesOf } from '../../platform/local-file'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { type Fact, FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import type { LikelyDuplicate } from '../neighbour.api'
import { attachedFacts } from './attached-facts'
import { DuplicateList } from './duplicate-list'
import { NeighbourPreview } from './neighbour-preview'
import { newReport } from './new-report'
import styles from './report.module.scss'
import { reportText } from './report.text'
import { aboutStaffOf } from './report-fields'
import type { StepProps } from './words-step'

interface CheckStepProps extends Pick<StepProps, 'draft' | 'read' | 'community'> {
  onChange: (step: number) => void
  onFollowed: (issue: LikelyDuplicate, endorsements: number) => void
}

/**
 * Step 3: what neighbours said that may be the same, everything that will be sent, in the person's own words, each part
 * with a way to change it, and who will see what of it.
 */
export const CheckStep = ({ draft, read, community, onChange, onFollowed }: CheckStepProps) => {
  const t = useText(reportText)
  const actingFor = useSession((session) => session.actingFor)
  const fact = (name: string, value: ReactNode, step?: number): Fact => ({
    name,
    value,
    ...(step ? { end: <ChangeButton name={name} onPress={() => onChange(step)} /> } : {}),
  })
  const place = read.place ? `${read.place.name} · ${read.place.gridCellName}` : t('mapChosen')
  const about = aboutStaffOf(draft.fields)
  const report = newReport(draft.fields, read)
  return (
    <>
      <DuplicateList communityId={community.id} report={report} onFollowed={onFollowed} />
      <Section title={t('check')}>
        <Card>
          <FactList
            facts={[
              ...(actingFor ? [fact(t('factWhose'), actingFor.name)] : []),
              fact(t('factCategory'), read.category?.name, 1),
              ...(draft.fields.words.trim() === '' ? [] : [fact(t('factWords'), draft.fields.words, 2)]),
              ...attachedFacts(localFilesOf(draft.fields.files), t).map(({ name, value }) => fact(name, value, 2)),
              ...(about.length > 0 ? [fact(t('factAbout'), t('aboutChosen', { count: about.length }), 2)] : []),
              fact(t('factPlace'), `${community.name} · ${place}`, 2),
              fact(t('factVisibility'), t(read.visibility), 2),
              fact(t('factDeadline'), read.category?.deadline),
            ]}
          />
        </Card>
        <NeighbourPreview draft={draft} read={read} report={report} communityId={community.id} />
        <View className={styles.spaced}>{t('checkWords')}</View>
      </Section>
    </>
  )
}

const ChangeButton = ({ name, onPress }: { name: string; onPress: () => void }) => {
  const t = useText(reportText)
  return (
    <Button kind='quiet' label={t('changeLabel', { name })} onPress={onPress}>
      {t('change')}
    </Button>
  )
}
