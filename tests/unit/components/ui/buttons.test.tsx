// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Button } from '@/components/ui/Button'
import { IconButton } from '@/components/ui/IconButton'
import { LinkButton } from '@/components/ui/LinkButton'

afterEach(cleanup)

describe('Button', () => {
  test('does not submit forms unless told to', () => {
    render(<Button>Go</Button>)
    expect(screen.getByRole('button').getAttribute('type')).toBe('button')
  })

  test('a busy one takes no clicks, keeps its place in the tab order and says so', () => {
    const onClick = vi.fn()
    render(
      <Button busy onClick={onClick}>
        Go
      </Button>,
    )
    const button = screen.getByRole('button')
    fireEvent.click(button)
    expect(onClick).not.toHaveBeenCalled()
    expect(button.hasAttribute('disabled')).toBe(false)
    expect(button.getAttribute('aria-busy')).toBe('true')
    expect(button.getAttribute('aria-disabled')).toBe('true')
  })

  test('a busy submit button does not submit again', () => {
    const onSubmit = vi.fn()
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" busy>
          Go
        </Button>
      </form>,
    )
    fireEvent.click(screen.getByRole('button'))
    expect(onSubmit).not.toHaveBeenCalled()
  })

  test('its icon is decoration', () => {
    render(<Button icon="add">Go</Button>)
    expect(screen.getByRole('button').querySelector('svg')?.getAttribute('aria-hidden')).toBe(
      'true',
    )
  })
})

test('a button that is only a drawing has a name and a tooltip', () => {
  render(<IconButton icon="trash" label="Delete" />)
  const button = screen.getByRole('button', { name: 'Delete' })
  expect(button.getAttribute('title')).toBe('Delete')
})

test('a link that looks like a button is a link', () => {
  render(<LinkButton href="#/add">Add</LinkButton>)
  expect(screen.getByRole('link', { name: 'Add' }).getAttribute('href')).toBe('#/add')
})
