/**
 * Host names below which customers, users and readers get names of their own, as below `github.io`,
 * that the public suffix list does not have; and single hosts of a large owner on which users
 * publish pages. What lies below (or on) one has nothing to do with its neighbours.
 */
export const sharedSuffixes: ReadonlySet<string> = new Set(
  `
  1password.ca 1password.com 1password.eu account.box.com acquia-sites.com ameblo.jp app.box.com
  atlassian.net au.auth0.com auth0.com awsapps.com b-cdn.net backlog.com backlog.jp bamboohr.com
  bandcamp.com basecamphq.com bigcartel.com bitrix24.com bitrix24.eu bitrix24.ru blogger.com
  bubbleapps.io bubble.io ca.auth0.com canva.site clickfunnels.com cloud.looker.com
  cloud.mattermost.com cloudflareaccess.com codesandbox.io desk.com deviantart.com
  docs.google.com drive.google.com egnyte.com element.io ems.host
  ent.box.com enterprise.slack.com eu.auth0.com fandom.com force.com
  formstack.com forms.office.com freshdesk.com freshservice.com ghe.com ghost.io gist.github.com
  glitch.me googleusercontent.com gumroad.com happyfox.com helpscoutdocs.com hs-sites.com
  hubspotpagebuilder.com instapage.com instatus.com instructure.com intercom.help jimdosite.com
  jira.com jotform.com jp.auth0.com kajabi.com kayako.com kintone.com kinsta.cloud
  lightning.force.com livejournal.com loca.lt looker.com mailchi.mp managebuilding.com
  mattermost.cloud medium.com monday.com my.salesforce-sites.com my.salesforce.com
  my.site.com mybigcommerce.com mykajabi.com myworkday.com myworkdayjobs.com n8n.cloud naver.me
  neocities.org odoo.com okta-emea.com okta-gov.com okta.com oktapreview.com onelogin.com
  over-blog.com pbworks.com planfix.com podia.com proboards.com readme.io repairshopr.com
  salesforce-sites.com sandbox.my.salesforce.com script.google.com service-now.com
  sharepoint.com site.com sites.google.com slack.com sourceforge.io sourceforge.net
  squarespace.com stackblitz.io statuspage.io storage.googleapis.com strikingly.com substack.com
  sway.office.com teachable.com teamwork.com thinkific.com tilda.ws tistory.com tumblr.com
  typeform.com typepad.com unbouncepages.com us.auth0.com uservoice.com vercel-storage.com
  webcontainer.io webex.com weebly.com wikidot.com wordpress.com workday.com wpcomstaging.com
  wpengine.com zendesk.com zohocreator.com zohosites.com zoom.us
  `
    .trim()
    .split(/\s+/),
)
