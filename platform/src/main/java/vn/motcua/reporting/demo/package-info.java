/**
 * The demonstration of reporting: months of Bắc Ninh's communes and of the provinces, told through the doors that clerks, leaders and receivers use, at the moments they
 * would have used them. Figures and most names are made up; the periods are marked as synthetic.
 */
@NullMarked
package vn.motcua.reporting.demo;

import org.jspecify.annotations.NullMarked;
