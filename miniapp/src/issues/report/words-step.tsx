import type { Community } from '@little-bench/shared/communities/contract'
import { MAX_DESCRIPTION_LENGTH } from '@little-bench/shared/issues/limits'
import { View } from '@tarojs/components'
import { PhotoPicker, VoiceRecorder } from '../../files'
import type { Draft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { TextArea } from '../../ui/text-area'
import { AboutStaffField } from './about-staff-field'
import { PlaceField } from './place-field'
import styles from './report.module.scss'
import { reportText } from './report.text'
import type { MissingPart, ReadReport, ReportFields } from './report-fields'
import { useDraftFiles } from './use-draft-files'
import { VisibilityField } from './visibility-field'

export interface StepProps {
  draft: Draft<ReportFields>
  read: ReadReport
  community: Community
  /** What to point out; empty until the person has tried to go on. */
  missing: readonly MissingPart[]
}

/** Step 2: what happened, in words, in photos or spoken, where, and who may see it. */
export const WordsStep = ({ draft, read, community, missing }: StepProps) => {
  const t = useText(reportText)
  const isEmpty = draft.fields.words.trim() === ''
  const attached = useDraftFiles(draft)
  return (
    <>
      <TextArea
        label={t('words')}
        hint={read.category?.guidance}
        placeholder={t('wordsPlaceholder')}
        error={missing.includes('words') && isEmpty ? t('wordsMissing') : undefined}
        limit={MAX_DESCRIPTION_LENGTH}
        value={draft.fields.words}
        onChange={(words) => draft.change({ words })}
      />
      <View className={styles.block}>
        <PhotoPicker photos={attached.photos} onAdd={attached.add} onRemove={attached.remove} />
        <VoiceRecorder voice={attached.voice} onAdd={(voice) => attached.add([voice])} onRemove={attached.remove} />
      </View>
      <AboutStaffField draft={draft} read={read} community={community} />
      <View className={styles.block}>
        <PlaceField draft={draft} read={read} community={community} missing={missing} />
      </View>
      <View className={styles.block}>
        <VisibilityField draft={draft} read={read} />
      </View>
    </>
  )
}
