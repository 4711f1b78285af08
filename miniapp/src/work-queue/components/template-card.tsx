import { View } from '@tarojs/components'
import { useCommunity } from '../../communities'
import { spokenDateTime } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import type { ReplyTemplate } from '../reply-template.api'
import { replyTemplateText } from '../reply-template.text'
import styles from './template.module.scss'

interface TemplateCardProps {
  communityId: string
  template: ReplyTemplate
  canEdit: boolean
}

/** One template: what it says, where it is offered, who saved it last. */
export const TemplateCard = ({ communityId, template, canEdit }: TemplateCardProps) => {
  const t = useText(replyTemplateText)
  const { id, name, zh, bo } = template
  const open = () => openPage('work-queue/pages/reply-template/index', { communityId, id })
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        <Button icon={canEdit ? 'edit' : 'forward'} label={t(canEdit ? 'editOf' : 'lookOf', { name })} onPress={open}>
          {t(canEdit ? 'edit' : 'look')}
        </Button>
      </View>
      <View className={styles.words}>{zh}</View>
      {bo !== null && <View className={styles.tibetan}>{bo}</View>}
      <WhereOffered communityId={communityId} template={template} />
      <SavedBy template={template} />
    </Card>
  )
}

const WhereOffered = ({ communityId, template }: Omit<TemplateCardProps, 'canEdit'>) => {
  const t = useText(replyTemplateText)
  const catalogue = useCommunity(communityId).data?.catalogue ?? []
  const nameOf = (code: string) => catalogue.find(({ serviceCode }) => serviceCode === code)?.name ?? code
  const where = [...template.serviceCodes.map(nameOf), ...template.states.map((state) => t(state))]
  return (
    <View className={styles.small}>{where.length === 0 ? t('forAll') : t('forSome', { where: where.join('、') })}</View>
  )
}

const SavedBy = ({ template: { version, savedBy, savedAt } }: { template: ReplyTemplate }) => {
  const t = useText(replyTemplateText)
  if (version === 0) return <View className={styles.small}>{t('fromConfig')}</View>
  return (
    <View className={styles.small}>
      {savedBy && savedAt
        ? t('savedBy', { version, name: savedBy, when: spokenDateTime(savedAt, 'zh') })
        : t('version', { version })}
    </View>
  )
}
