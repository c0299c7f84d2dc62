"""Reporting back in plenary: whose turn it is. A room's approved points are everybody's once its report has begun."""
