import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { WorkCards } from '../requester/work-cards'
import { useWorks, type Work } from '../work.api'
import { workText } from '../work.text'
import type { WorkItem } from '../work-item.api'
import styles from './item-view.module.scss'
import { WorkSheet } from './work-sheet'

/** What the works of an item cost and show; at one part of it, that part alone. */
export const ItemWorks = ({ item }: { item: WorkItem }) => {
  const t = useText(workText)
  const [editedId, setEditedId] = useState<string | null>(null)
  const all = useWorks(item.communityId, item.subjectId).data ?? []
  const works = item.isChild ? all.filter(({ workItemId }) => workItemId === item.id) : all
  const edited = works.find(({ workItemId }) => workItemId !== null && workItemId === editedId)
  if (works.length === 0) return null
  const endOf = ({ canEdit, workItemId, title }: Work) =>
    canEdit && (
      <Button icon='edit' isWide label={t('editLabel', { title })} onPress={() => setEditedId(workItemId)}>
        {t('edit')}
      </Button>
    )
  return (
    <>
      <View className={styles.heading} {...a11y({ role: 'heading', level: 3 })}>
        {t('title')}
      </View>
      <WorkCards works={works} endOf={endOf} />
      {edited && (
        <WorkSheet
          key={edited.workItemId}
          communityId={item.communityId}
          issueId={item.subjectId}
          work={edited}
          onClose={() => setEditedId(null)}
        />
      )}
    </>
  )
}
