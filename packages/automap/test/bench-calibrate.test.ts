import { describe, expect, it } from 'vitest';
import { familiesOf } from '../bench/parts/families.ts';
import { fitLogistic } from '../bench/parts/logistic.ts';

describe('familiesOf', () => {
  const families = (...names: string[]) => [...familiesOf(names).values()];

  it('is called after the first word that two names have', () => {
    expect(families('b_zabbix_vow1', 'm_zabbix_mrg1', 'c_hr_orangehrm')).toEqual([
      'zabbix',
      'zabbix',
      'c_hr_orangehrm',
    ]);
  });

  it('takes neither engines nor short words for a family', () => {
    expect(families('employees_mysql_to_postgres', 'tpch_mysql_to_ssb_postgres')).toEqual([
      'employees_mysql_to_postgres',
      'tpch_mysql_to_ssb_postgres',
    ]);
    expect(families('synth_sakila_l1_s8', 'synth_yudao_l1_s8')).toEqual(['synth_sakila_l1_s8', 'synth_yudao_l1_s8']);
  });

  it('is one for both sides of a pair', () => {
    expect(
      families('yudao_mysql_to_postgres', 'synth_yudao_l1_s8', 'synth_ruoyi_l1_s8', 'ruoyi_mysql_to_yudao_postgres'),
    ).toEqual(['ruoyi', 'ruoyi', 'ruoyi', 'ruoyi']);
  });
});

describe('fitLogistic', () => {
  const sample = (value: number, right: boolean, weight = 1) => ({ features: [1, value], right, weight });
  const odds = (chance: number) => Math.log(chance / (1 - chance));

  it('finds the chance where nothing tells the samples apart', () => {
    const [constant] = fitLogistic([sample(0, true), sample(0, true), sample(0, true), sample(0, false)]);
    expect(constant).toBeCloseTo(odds(0.75), 6);
  });

  it('counts a sample as often as its weight says', () => {
    expect(fitLogistic([sample(0, true, 3), sample(0, false)])[0]).toBeCloseTo(odds(0.75), 6);
  });

  it('finds weights that made the samples, a little smaller', () => {
    const chanceOf = (value: number) => 1 / (1 + Math.exp(1 - 3 * value));
    const samples = [-1, -0.5, 0, 0.5, 1].flatMap((value) => [
      sample(value, true, 1000 * chanceOf(value)),
      sample(value, false, 1000 * (1 - chanceOf(value))),
    ]);
    const [constant, weight] = fitLogistic(samples);
    expect(constant).toBeCloseTo(-1, 2);
    expect(weight).toBeCloseTo(3, 2);
    expect(weight).toBeLessThan(3);
  });

  it('stays finite where a feature tells everything', () => {
    for (const weight of fitLogistic([sample(1, true), sample(0, false)])) expect(Math.abs(weight)).toBeLessThan(10);
  });
});
