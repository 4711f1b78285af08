import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import styles from './report.module.scss'
import { reportText } from './report.text'
import type { StepProps } from './words-step'

const PHONE_NUMBER = /1\d{10}|\d{7,8}/

/** Who may see it: those in charge unless the person says otherwise, with what neighbours would then read. */
export const VisibilityField = ({ draft, read }: Pick<StepProps, 'draft' | 'read'>) => {
  const t = useText(reportText)
  if (!read.category?.canBePublic) return <View>{t('onlyPrivate')}</View>
  return (
    <>
      <ChoiceList
        label={t('visibility')}
        choices={[
          { value: 'private', name: t('private'), note: t('privateNote'), icon: 'lock' },
          { value: 'public', name: t('public'), note: t('publicNote'), icon: 'list' },
        ]}
        value={read.visibility}
        onChange={(visibility) => draft.change({ visibility })}
      />
      {read.visibility === 'public' && <NeighbourPreview draft={draft} read={read} />}
    </>
  )
}

const NeighbourPreview = ({ draft, read }: Pick<StepProps, 'draft' | 'read'>) => {
  const t = useText(reportText)
  return (
    <View className={styles.preview}>
      <Card tint='violet'>
        <View className={styles.caption}>{t('previewTitle')}</View>
        <View className={styles.strong}>{read.category?.name}</View>
        <View>{draft.fields.words}</View>
        <View className={styles.spaced}>{read.place?.name}</View>
        <View>
          {t('previewHidden')}
          {t('previewCare')}
        </View>
        {PHONE_NUMBER.test(draft.fields.words) && <View className={styles.strong}>{t('phoneInWords')}</View>}
      </Card>
    </View>
  )
}
