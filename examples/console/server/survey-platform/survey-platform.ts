import { ladder } from '@rollcall/core/presets'
import { Hono } from 'hono'
import type { Bindings } from '../caller.ts'
import type { Product } from '../product.ts'
import { seed } from './seed.ts'
import { startSignOn } from './sign-on.ts'
import { surveyRoutes } from './survey-routes.ts'
import { openSurveys } from './surveys.ts'

/** By the `ladder` preset: surveys, seven ranks of people, and a single sign-on that brings those of a partner along. */
export const surveyPlatform: Product = {
  id: 'survey-platform',
  name: 'Northwind Surveys',
  policy: {
    ...ladder,
    signIn: {
      ...ladder.signIn,
      providers: [
        {
          id: 'Google',
          name: 'Google',
          domains: ['wingtip.example'],
          startUrl: '/survey-platform/api/rollcall/sign-in/providers/Google',
          offered: true,
          creates: true,
          grants: { mayGrant: ['standard-user', 'survey-creator'], roles: { 'survey makers': 'survey-creator' } },
        },
      ],
    },
  },
  accent: '#8c2f5f',
  usersPage: '/admin/users',
  signOn: startSignOn,
  open(file) {
    const surveys = openSurveys(file)
    return {
      seed: (world) => seed(world, surveys),
      async register(rollcall) {
        for (const { id, name } of surveys.all()) await rollcall.resources.put({ id, type: 'survey', name })
      },
      routes: (rollcall) => new Hono<{ Bindings: Bindings }>().route('/surveys', surveyRoutes(rollcall, surveys)),
    }
  },
}
