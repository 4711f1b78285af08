import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { TextInput } from '../../ui/text-input'
import { searchText } from '../search.text'
import { SEARCH_ID } from '../search-focus'
import type { Search } from '../use-search'
import styles from './search.module.scss'

/** What somebody looks for; asked with Enter or the button, so that a weak network is asked once. */
export const SearchField = ({ search }: { search: Search }) => {
  const t = useText(searchText)
  return (
    <View id={SEARCH_ID} className={styles.search} {...a11y({ role: 'search' })}>
      <View className={styles.field}>
        <TextInput
          label={t('label')}
          placeholder={t('placeholder')}
          maxLength={60}
          error={search.isTooShort ? t('tooShort') : undefined}
          value={search.typed}
          onChange={search.type}
          onConfirm={search.send}
        />
      </View>
      <View className={styles.send}>
        <Button icon='search' onPress={search.send}>
          {t('send')}
        </Button>
      </View>
    </View>
  )
}
