import { STAFF_COMPLAINT } from '@little-bench/shared/issues/staff-complaint'
import { View } from '@tarojs/components'
import { useContactBoard } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { ToggleChips } from '../../ui/toggle-chips'
import styles from './report.module.scss'
import { reportText } from './report.text'
import type { StepProps } from './words-step'

/** Whom a complaint about staff is about, out of those whom everybody can call; nobody has to say so. */
export const AboutStaffField = ({ draft, read, community }: Pick<StepProps, 'draft' | 'read' | 'community'>) => {
  const isComplaint = read.category?.serviceCode === STAFF_COMPLAINT
  return isComplaint ? <StaffChoice draft={draft} community={community} /> : null
}

const StaffChoice = ({ draft, community }: Pick<StepProps, 'draft' | 'community'>) => {
  const t = useText(reportText)
  const { topics = [] } = useContactBoard(community.id, undefined)
  const chosen = draft.fields.aboutStaffIds.split('\n')
  const choices = topics
    .flatMap(({ contacts }) => contacts)
    // A board that an older version kept on the phone names nobody.
    .filter((contact) => 'staffIds' in contact)
    .map(({ name, staffIds }) => ({ name, value: staffIds.join('\n') }))
    .filter(({ value }) => value !== '')
  if (choices.length === 0) return null
  return (
    <View className={styles.block}>
      <ToggleChips
        label={t('aboutStaff')}
        hint={t('aboutStaffHint')}
        choices={choices}
        chosen={choices
          .map(({ value }) => value)
          .filter((value) => value.split('\n').every((id) => chosen.includes(id)))}
        onChange={(values) => draft.change({ aboutStaffIds: values.join('\n') })}
      />
    </View>
  )
}
