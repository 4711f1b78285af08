import { Text, View } from '@tarojs/components'
import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Empty } from '../../ui/empty'
import { useFoundItems } from '../search.api'
import { searchText } from '../search.text'
import { markFound } from '../search-words'
import type { WorkItemRef } from '../work-item.api'
import { ItemRow } from './item-row'
import { PagedList } from './paged-list'
import styles from './search.module.scss'

interface FoundListProps {
  text: string
  openId?: string | undefined
  onOpen: (item: WorkItemRef) => void
}

/** The items that hold the text, each with the words around it. */
export const FoundList = ({ text, openId, onOpen }: FoundListProps) => {
  const t = useText(searchText)
  const now = useNow()
  const query = useFoundItems(text)
  const refusal = refusalOf(query.error)
  if (refusal !== undefined) {
    return (
      <View {...a11y({ live: 'polite' })}>
        <Empty icon='search' title={refusal} />
      </View>
    )
  }
  return (
    <View {...a11y({ live: 'polite' })}>
      <PagedList query={query} empty={<Empty icon='search' title={t('none')} next={t('noneNext')} />}>
        {(items) => (
          <View {...a11y({ role: 'list', label: t('found', { text }) })}>
            {items.map((item) => (
              <ItemRow
                key={item.id}
                item={item}
                now={now}
                isOpen={item.id === openId}
                onOpen={() => onOpen(item)}
                hasCommunity
                excerpt={<Excerpt excerpt={item.excerpt} text={text} />}
              />
            ))}
          </View>
        )}
      </PagedList>
    </View>
  )
}

/** What to change about the words themselves; trying them again cannot help. */
const refusalOf = (error: unknown): string | undefined =>
  error instanceof CallError && error.code === 'validation_failed' ? error.fields[0]?.message : undefined

const Excerpt = ({ excerpt, text }: { excerpt: string; text: string }) => (
  <View className={styles.excerpt}>
    {markFound(excerpt, text).map(({ words, isFound }, index) => (
      <Text key={index} className={isFound ? styles.found : styles.plain}>
        {words}
      </Text>
    ))}
  </View>
)
