import type { Community } from '@little-bench/shared/communities/contract'
import { ChoiceList } from '../ui/choice-list'
import type { FieldWords } from '../ui/field'
import { placesOf } from './places'

interface PlaceChoiceProps extends FieldWords {
  community: Community
  placeId: string | null
  onChoose: (placeId: string) => void
}

const FEW = 8

/** One courtyard of the community, by grid cell; a search above long lists. */
export const PlaceChoice = ({ community, placeId, onChoose, ...words }: PlaceChoiceProps) => {
  const choices = placesOf(community).map(({ id, name, gridCellName }) => ({ value: id, name, group: gridCellName }))
  return (
    <ChoiceList<string>
      {...words}
      hasSearch={choices.length > FEW}
      choices={choices}
      value={placeId}
      onChange={onChoose}
    />
  )
}
