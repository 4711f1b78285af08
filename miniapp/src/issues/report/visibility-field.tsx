import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { reportText } from './report.text'
import type { StepProps } from './words-step'

/** Who may see it: those in charge unless the person says otherwise. What neighbours then read is shown before it is sent. */
export const VisibilityField = ({ draft, read }: Pick<StepProps, 'draft' | 'read'>) => {
  const t = useText(reportText)
  if (!read.category?.canBePublic) return <View>{t('onlyPrivate')}</View>
  return (
    <ChoiceList
      label={t('visibility')}
      choices={[
        { value: 'private', name: t('private'), note: t('privateNote'), icon: 'lock' },
        { value: 'public', name: t('public'), note: t('publicNote'), icon: 'list' },
      ]}
      value={read.visibility}
      onChange={(visibility) => draft.change({ visibility })}
    />
  )
}
