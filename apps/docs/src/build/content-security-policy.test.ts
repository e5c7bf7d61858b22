import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, hashesOf } from './content-security-policy.ts';

describe('the policy', () => {
  it('has a hash for each script, modules included, and allows no others', () => {
    const policy = contentSecurityPolicy('<script>a</script><script type="module">b</script>', "'none'");
    expect(policy?.match(/'sha256-/g)).toHaveLength(2);
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|https?:|\*|'self'|blob:)/);
  });

  it('takes a script to end at the first closing tag, as a browser does', () => {
    const policy = contentSecurityPolicy('<script>a = "<script>";</script>b</script>', "'none'");
    expect(policy).toContain(createHash('sha256').update('a = "<script>";').digest('base64'));
  });

  it('is not made for a page without a script, which it would leave open', () => {
    expect(contentSecurityPolicy('<p>text</p>', "'none'")).toBeUndefined();
  });

  it('has the same hash for a style as for a script of its text', () => {
    expect(hashesOf('<style>a</style>', 'style')).toEqual(hashesOf('<script>a</script>', 'script'));
  });
});
